package org.denba.fhir.workbench.booklet;

import java.util.Set;
import org.denba.engine.TriageEngine;
import org.denba.engine.protocol.Protocol;
import org.denba.engine.protocol.ProtocolDescription;
import org.denba.engine.rules.RuleFiles;
import org.denba.engine.text.Texts;
import org.springframework.context.MessageSource;

/** Writes the booklets of a set of rules. */
public final class Booklets {

  private static final String SHARED_TEXTS = "texts";

  private final TriageEngine engine;
  private final MessageSource messages;
  private final DoseTables doses;

  /**
   * @param engine the rules
   * @param messages the pages' own words
   */
  public Booklets(TriageEngine engine, MessageSource messages) {
    this.engine = engine;
    this.messages = messages;
    this.doses = new DoseTables(engine);
  }

  /** The booklet of this protocol, in the language of its description. */
  public Booklet write(ProtocolDescription description) {
    Protocol protocol =
        engine.rules().stream()
            .filter(each -> each.id().equals(description.id()))
            .findFirst()
            .orElseThrow();
    RuleFiles files = engine.overlaid(engine.files());
    Texts texts = Texts.load(files, Set.copyOf(engine.languages()), SHARED_TEXTS, description.id());
    ProtocolWords words =
        new ProtocolWords(protocol, description, engine.dictionary(), texts, messages);
    ChartWriter writer = new ChartWriter(words, doses::has);
    return new Booklet(
        description,
        words,
        protocol.charts().stream().map(writer::write).toList(),
        doses.of(words),
        Calendar.of(words, files));
  }
}
