package org.denba.fhir.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.denba.fhir.activation.ChangeReviews;
import org.denba.fhir.activation.StoredVersions;
import org.denba.fhir.protocols.ActiveRules;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Puts the parts of the workbench together. */
@Configuration(proxyBeanMethods = false)
class WorkbenchConfiguration implements WebMvcConfigurer {

  private static final String FOLDER = "classpath:/org/denba/fhir/workbench/";
  private static final String HTMX = "META-INF/resources/webjars/htmx.org/*/dist/";
  private static final Duration KEPT = Duration.ofDays(30);

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new PageHeaders());
  }

  /** The style sheet and the one script, from this service and from nowhere else. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(FOLDER + "assets/", htmx())
        .setCacheControl(CacheControl.maxAge(KEPT))
        .resourceChain(true)
        // the digest of a file is part of its name in the pages: a new version is never read from
        // the browser's cache of the old one
        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
  }

  /** The folder of the script, whatever its version. */
  private static String htmx() {
    try {
      Resource[] found =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:" + HTMX + "htmx.min.js");
      if (found.length != 1) {
        throw new IllegalStateException("htmx.org must be on the class path, once");
      }
      String script = found[0].getURL().toString();
      return script.substring(0, script.lastIndexOf('/') + 1);
    } catch (IOException e) {
      throw new UncheckedIOException("the script of the pages cannot be read", e);
    }
  }

  @Bean
  PageLanguage localeResolver(ActiveRules active) {
    return new PageLanguage(active);
  }

  @Bean
  RulesViews rulesViews(MessageSource messages, Clock clock) {
    return new RulesViews(messages, () -> LocalDate.now(clock));
  }

  @Bean
  OtherRules otherRules(StoredVersions versions, ChangeReviews reviews) {
    return new OtherRules(versions, reviews);
  }

  /** The pages' own words; a language that lacks one shows English. */
  @Bean
  MessageSource messageSource() {
    ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
    words.setBasename(FOLDER + "messages");
    words.setDefaultEncoding(StandardCharsets.UTF_8.name());
    words.setFallbackToSystemLocale(false);
    words.setDefaultLocale(Locale.ENGLISH);
    return words;
  }

  @Bean
  SmartInitializingSingleton languageInLinks(SpringTemplateEngine engine, PageLanguage language) {
    return () -> engine.setLinkBuilder(new PageLinks(language));
  }
}
