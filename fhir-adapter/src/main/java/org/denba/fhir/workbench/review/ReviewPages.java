package org.denba.fhir.workbench.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.denba.fhir.activation.ActivationView;
import org.denba.fhir.activation.ChangeReviews;
import org.denba.fhir.activation.ImpactOfChange;
import org.denba.fhir.activation.ProposedChange;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.LoadedRules;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.workbench.Background;
import org.denba.fhir.workbench.NoSuch;
import org.denba.fhir.workbench.OtherRules;
import org.denba.fhir.workbench.RulesViews;
import org.denba.fhir.workbench.WorkbenchPage;
import org.denba.fhir.workbench.simulator.CaseLinks;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pages of the review. Who may open them is decided before they are reached, as for all that
 * changes the rules.
 */
@WorkbenchPage
class ReviewPages {

  private static final String REVIEW = "/review";
  private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

  private final ActiveRules active;
  private final RulesViews views;
  private final ChangeReviews reviews;
  private final Background<ImpactOfChange> impacts;
  private final DenbaProperties properties;
  private final Clock clock;

  ReviewPages(
      ActiveRules active,
      RulesViews views,
      ChangeReviews reviews,
      Background<ImpactOfChange> impacts,
      DenbaProperties properties,
      Clock clock) {
    this.active = active;
    this.views = views;
    this.reviews = reviews;
    this.impacts = impacts;
    this.properties = properties;
    this.clock = clock;
  }

  @GetMapping(REVIEW)
  String all(Model model, Locale locale) {
    return all(Decision.EMPTY, model, locale);
  }

  private String all(Decision said, Model model, Locale locale) {
    model.addAttribute(
        "changes",
        reviews.all().stream()
            .map(each -> ChangeView.of(each, properties.zone(), locale))
            .toList());
    model.addAttribute("canPropose", properties.rules() != null);
    model.addAttribute("survives", reviews.survivesRestart());
    model.addAttribute("said", said);
    return "review";
  }

  /** A change with what becomes of patients. */
  @GetMapping(REVIEW + "/{id}")
  String one(@PathVariable String id, Model model, Locale locale) {
    return one(found(id), Decision.EMPTY, model, locale);
  }

  private String one(ProposedChange change, Decision said, Model model, Locale locale) {
    LoadedRules rules = active.required();
    model.addAttribute("view", ChangeView.of(change, properties.zone(), locale));
    model.addAttribute("change", change);
    model.addAttribute("said", said);
    Background.Result<ImpactOfChange> impact =
        impacts.of(
            List.of(change.id(), change.state(), System.identityHashCode(rules.engine())),
            () -> reviews.impact(change));
    model.addAttribute("loading", impact.loading());
    model.addAttribute("problem", impact.problem());
    if (impact.value() != null) {
      CaseLinks links =
          new CaseLinks(rules.engine().dictionary(), LocalDate.now(clock), locale.getLanguage());
      new ImpactParts(impact.value(), links, OtherRules.key(change))
          .write(views.of(rules), model::addAttribute);
    }
    return "review-change";
  }

  /** How far an activation is, that somebody proposed or let through. */
  @GetMapping(REVIEW + "/activation/{id}")
  String activation(@PathVariable String id, Model model) {
    ActivationView activation =
        reviews
            .activation(id)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "this activation is too long ago: what became of it stands under "
                            + REVIEW));
    model.addAttribute("activation", activation);
    return "review-activation";
  }

  /** Proposes what is in the rules folder. */
  @PostMapping(path = REVIEW, consumes = FORM)
  String propose(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    Decision said = Decision.of(request);
    try {
      if (properties.rules() == null) {
        throw new ProblemException(
            ProblemKind.CONFLICT,
            "there is no folder to propose from: start the service with denba.rules=FOLDER");
      }
      return see(activation(reviews.propose(said.person(), said.comment())), response, locale);
    } catch (ProblemException e) {
      response.setStatus(e.kind().status());
      return all(said.refused(e.getMessage()), model, locale);
    }
  }

  @PostMapping(path = REVIEW + "/{id}/approve", consumes = FORM)
  String approve(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    return decide(
        id,
        said -> activation(reviews.approve(id, said.person(), said.comment(), said.impact())),
        request,
        response,
        model,
        locale);
  }

  @PostMapping(path = REVIEW + "/{id}/send-back", consumes = FORM)
  String sendBack(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    return decide(
        id,
        said -> REVIEW + "/" + reviews.sendBack(id, said.person(), said.comment()).id(),
        request,
        response,
        model,
        locale);
  }

  /**
   * Does what was decided.
   *
   * @param decision does it and gives the address of the page that shows what became of it
   */
  private String decide(
      String id,
      Function<Decision, String> decision,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Decision said = Decision.of(request);
    ProposedChange change = found(id);
    try {
      return see(decision.apply(said), response, locale);
    } catch (ProblemException e) {
      response.setStatus(e.kind().status());
      return one(change, said.refused(e.getMessage()), model, locale);
    }
  }

  private static String activation(ActivationView begun) {
    return REVIEW + "/activation/" + begun.id();
  }

  private static String see(String page, HttpServletResponse response, Locale locale) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", page + "?language=" + locale.getLanguage());
    return null;
  }

  private ProposedChange found(String id) {
    return reviews
        .find(id)
        .orElseThrow(
            () ->
                NoSuch.problem(
                    "change", id, reviews.all().stream().map(ProposedChange::id).toList()));
  }
}
