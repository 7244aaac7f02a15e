package org.denba.fhir.workbench.evidence;

import java.util.Optional;
import org.denba.engine.protocol.Protocol;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of the evidence get what was found out before. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {

  @Bean
  Judgements judgements() {
    return new Judgements() {
      @Override
      public Optional<Score> mutation(Protocol protocol, String chart) {
        return Optional.empty();
      }

      @Override
      public Optional<Proof> proof(Protocol protocol, String chart) {
        return Optional.empty();
      }
    };
  }
}
