package org.denba.fhir.openapi;

import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description is written by hand in {@code openapi.yaml}: it says what fields mean, which no
 * type can. Controllers of other doors add theirs by annotation. It is read when it is first asked
 * for.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiDescription {

  private static final String FILE = "openapi.yaml";

  @Bean
  GlobalOpenApiCustomizer handWrittenDescription() {
    return document -> add(read(), document);
  }

  private static void add(OpenAPI written, OpenAPI document) {
    document.setInfo(written.getInfo());
    document.setServers(null);
    List<Tag> tags = new ArrayList<>(written.getTags());
    if (document.getTags() != null) {
      document.getTags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    }
    document.setTags(tags);
    Paths paths = written.getPaths();
    if (document.getPaths() != null) {
      document.getPaths().forEach(paths::putIfAbsent);
    }
    document.setPaths(paths);
    Components components = written.getComponents();
    if (document.getComponents() != null && document.getComponents().getSchemas() != null) {
      document.getComponents().getSchemas().forEach(components.getSchemas()::putIfAbsent);
    }
    document.setComponents(components);
  }

  private static OpenAPI read() {
    try (InputStream in = OpenApiDescription.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return Yaml31.mapper().readValue(in, OpenAPI.class);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE + " is no OpenAPI document", e);
    }
  }
}
