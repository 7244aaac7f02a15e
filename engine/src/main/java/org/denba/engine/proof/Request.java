package org.denba.engine.proof;

import java.util.List;

/** What a request says beside the findings. */
final class Request {

  static final String FACILITY = "health-facility";
  static final String COMMUNITY = "community";
  static final List<String> SETTINGS = List.of(FACILITY, COMMUNITY);

  static final String INITIAL = "initial";
  static final String FOLLOW_UP = "follow-up";
  static final List<String> VISITS = List.of(INITIAL, FOLLOW_UP);

  private Request() {}
}
