package org.denba.fhir.activation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.denba.engine.triage.EngineOptions;
import org.denba.fhir.finding.UcumUnits;
import org.denba.fhir.protocols.ActiveRules;
import org.denba.fhir.protocols.RulesLoader;
import org.denba.fhir.settings.DenbaProperties;
import org.denba.fhir.settings.ManagementProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the parts together that replace rules. */
@Configuration(proxyBeanMethods = false)
class ActivationConfiguration {

  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofSeconds(15);

  @Bean
  RulesFolder rulesFolder(DenbaProperties properties) {
    return new RulesFolder(properties.rules());
  }

  /** Without a folder for them, versions are kept as long as the service runs. */
  @Bean
  VersionStore versionStore(ManagementProperties management) {
    return management.versions() == null
        ? new VersionStore(temporary(), false)
        : new VersionStore(management.versions(), true);
  }

  private static Path temporary() {
    try {
      Path folder = Files.createTempDirectory("denba-versions-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> VersionStore.delete(folder), "versions-cleanup"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no temporary folder can be made: set denba.versions to a folder that may be written", e);
    }
  }

  @Bean
  ChangesOnDisk changesOnDisk(VersionStore versions) {
    return new ChangesOnDisk(versions.root());
  }

  @Bean
  Impacts impacts(ManagementProperties management, EngineOptions options) {
    return new Impacts(management.impactPatients(), options);
  }

  @Bean
  Steps activationSteps(
      VersionStore versions, RulesFolder source, ChangesOnDisk changes, Impacts impacts) {
    return new Steps(versions, source, changes, impacts);
  }

  @Bean
  Swap swap(
      ActiveRules active,
      UcumUnits units,
      EngineOptions options,
      VersionStore versions,
      Clock clock) {
    return new Swap(active, units, options, versions, clock);
  }

  @Bean
  Activator activator(
      Swap swap, EngineOptions options, Steps steps, ChangesOnDisk changes, Clock clock) {
    return new Activator(swap, options, steps, new Proposals(changes, clock), clock);
  }

  @Bean
  ChangeReviews changeReviews(
      Activator activator, ChangesOnDisk changes, Impacts impacts, UcumUnits units, Clock clock) {
    return new ChangeReviews(activator, changes, impacts, units, clock);
  }

  @Bean
  ActivationStart activationStart(
      Activator activator, Steps steps, RulesFolder source, RulesLoader builtIn, Clock clock) {
    return new ActivationStart(activator, steps, source, builtIn, clock);
  }

  @Bean
  Approving approving(Activator activator, Clock clock) {
    return new Approving(activator, clock);
  }

  @Bean
  ManagementRequests managementRequests(RulesFolder source) {
    return new ManagementRequests(source.folder());
  }

  @Bean
  ActivationHealth activationHealth(Activator activator) {
    return new ActivationHealth(activator);
  }

  @Bean
  StoredVersions storedVersions(Activator activator, UcumUnits units) {
    return new StoredVersions(activator, units);
  }

  @Bean
  WebMvcConfigurer managementGuard(ManagementProperties management) {
    ManagementGuard guard = new ManagementGuard(management.managementToken());
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry
            .addInterceptor(guard)
            .addPathPatterns(
                ActivationController.ACTIVATE + "/**",
                ActivationController.ACTIVATIONS + "/**",
                ActivationController.ROLLBACK + "/**",
                ActivationController.VERSIONS + "/**",
                ActivationController.APPROVALS + "/**",
                ReviewController.CHANGES + "/**",
                ManagementGuard.PAGES + "/**");
      }
    };
  }

  @Bean
  @ConditionalOnBooleanProperty("denba.watch")
  FolderWatch folderWatch(RulesFolder source, Activator activator) {
    if (source.folder() == null) {
      throw new IllegalArgumentException(
          "denba.watch: there is no folder to watch: set denba.rules to the folder of the rules");
    }
    return new FolderWatch(source.folder(), activator, QUIET, LOOK);
  }
}
