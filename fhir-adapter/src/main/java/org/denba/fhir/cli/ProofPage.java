package org.denba.fhir.cli;

import org.denba.engine.proof.ProofReport;
import org.denba.engine.proof.Property;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a proof as one page that needs nothing beside it. */
final class ProofPage {

  private final TemplateEngine engine = new TemplateEngine();

  ProofPage() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("org/denba/fhir/cli/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  String of(ProofReport report) {
    Context context = new Context();
    context.setVariable("report", report);
    context.setVariable("method", ProofReport.METHOD);
    context.setVariable("properties", Property.values());
    context.setVariable("numbers", new LargeNumbers());
    return engine.process("verification", context);
  }
}
