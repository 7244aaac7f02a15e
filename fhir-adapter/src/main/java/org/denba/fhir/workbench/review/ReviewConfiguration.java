package org.denba.fhir.workbench.review;

import org.denba.fhir.activation.ImpactOfChange;
import org.denba.fhir.workbench.Background;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the pages of the review get what takes seconds. */
@Configuration(proxyBeanMethods = false)
class ReviewConfiguration {

  private static final int KEPT = 4;

  @Bean
  Background<ImpactOfChange> impactsInBackground() {
    return new Background<>("impact of a change", KEPT);
  }
}
