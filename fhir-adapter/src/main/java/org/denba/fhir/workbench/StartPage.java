package org.denba.fhir.workbench;

import java.util.Locale;
import org.denba.fhir.protocols.ActiveRules;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /}: what this is, the protocols, and where to go. */
@WorkbenchPage
class StartPage {

  private final ActiveRules active;
  private final RulesViews views;

  StartPage(ActiveRules active, RulesViews views) {
    this.active = active;
    this.views = views;
  }

  @GetMapping("/")
  String start(Model model, Locale locale) {
    model.addAttribute("protocols", views.of(active.required()).protocols(locale.getLanguage()));
    return "start";
  }
}
