package org.denba.fhir.browser;

import java.util.List;

/** Every page, once: whoever adds a page adds it here. */
final class Pages {

  private static final String CASE =
      "/simulator?protocol=imci-child&age=18&sex=female&f.cough=yes&f.respiratory-rate=44&f.wheeze=no";

  /** A page and the name of its pictures. */
  record Page(String name, String path) {}

  static final List<Page> ALL =
      List.of(
          new Page("start", "/"),
          new Page("booklet", "/booklet"),
          new Page("protocol", "/booklet/imci-child"),
          new Page("chart", "/booklet/imci-child/cough-or-difficult-breathing"),
          new Page("print", "/print/postnatal-newborn"),
          new Page("doses", "/doses/imci-child"),
          new Page("calendar", "/calendar/immunisation"),
          new Page("parameters", "/parameters/imci-child"),
          new Page("cases", "/cases/imci-child/COU-3"),
          new Page("simulator", "/simulator"),
          new Page("case", CASE),
          new Page("live", "/live"),
          new Page("live-rows", "/live?rows=imci-child"),
          new Page("not-there", "/booklet/nothing"));

  private Pages() {}
}
