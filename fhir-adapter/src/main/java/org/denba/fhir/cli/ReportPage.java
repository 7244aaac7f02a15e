package org.denba.fhir.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.denba.engine.mutation.MutationScore;
import org.denba.engine.proof.ProofReport;
import org.denba.engine.proof.Property;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Writes a report on the rules as one page that needs nothing beside it. */
final class ReportPage {

  private final TemplateEngine engine = new TemplateEngine();

  ReportPage() {
    ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("org/denba/fhir/cli/");
    templates.setSuffix(".html");
    templates.setTemplateMode(TemplateMode.HTML);
    templates.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(templates);
  }

  /** What is proved of the rules. */
  String of(ProofReport report) {
    Context context = new Context();
    context.setVariable("report", report);
    context.setVariable("method", ProofReport.METHOD);
    context.setVariable("properties", Property.values());
    context.setVariable("numbers", new LargeNumbers());
    return engine.process("verification", context);
  }

  /** Which changes of the rules the cases notice. */
  String of(List<MutationScore> scores) {
    Context context = new Context();
    context.setVariable("scores", scores);
    return engine.process("mutation", context);
  }

  /** Writes a page, and the folders above it. */
  static void write(Path file, String page) {
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
      Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("'" + file + "' cannot be written", e);
    }
  }
}
