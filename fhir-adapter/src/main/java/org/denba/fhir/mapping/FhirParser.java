package org.denba.fhir.mapping;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.JsonParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.denba.engine.triage.RequestError;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Reads and writes FHIR R4 with one shared context. Reading is stricter than the library's default:
 * a key that stands twice, a value that cannot be read, a document type declaration (the way in for
 * external entities) are refused. Thread-safe.
 */
public final class FhirParser {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .setNodeFactory(new BoundedNumbers())
          .reader();

  private final FhirContext context;

  public FhirParser() {
    context = FhirContext.forR4Cached();
    context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
    context.getParserOptions().setOverrideResourceIdWithBundleEntryFullUrl(false);
    context.getParserOptions().setStripVersionsFromReferences(false);
  }

  public FhirContext context() {
    return context;
  }

  /**
   * What was read.
   *
   * @param resource the resource
   * @param unknownElements names of elements that R4 does not know; what they held is lost
   */
  public record Parsed(Resource resource, Set<String> unknownElements) {}

  /**
   * Reads one resource.
   *
   * @throws UnreadableFhirException when the body is not FHIR R4 in this format
   */
  public Parsed parse(byte[] body, FhirFormat format) {
    ParseReport report = new ParseReport();
    IBaseResource resource;
    try {
      resource = format == FhirFormat.JSON ? json(body, report) : xml(body, report);
    } catch (UnreadableFhirException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFhirException("not-json", jsonProblem(e));
    } catch (DataFormatException e) {
      throw new UnreadableFhirException(
          "not-fhir", "The body is not a FHIR R4 resource in " + format + ": check its structure.");
    } catch (RuntimeException | StackOverflowError e) {
      // The library fails in many ways on what is no FHIR; none of them may reach the client as a
      // fault of the server.
      throw new UnreadableFhirException(
          "not-fhir", "The body cannot be read as FHIR R4 in " + format + ": check its structure.");
    }
    if (!report.errors().isEmpty()) {
      throw new UnreadableFhirException(List.<RequestError>copyOf(report.errors()));
    }
    return new Parsed((Resource) resource, report.unknownElements());
  }

  /** Writes a resource, without white space. */
  public byte[] write(Resource resource, FhirFormat format) {
    IParser parser = format == FhirFormat.JSON ? context.newJsonParser() : context.newXmlParser();
    return parser.encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
  }

  private IBaseResource json(byte[] body, ParseReport report) throws IOException {
    JsonNode root = JSON.readTree(decode(body));
    if (!(root instanceof ObjectNode object)) {
      throw new DataFormatException("not an object");
    }
    JacksonStructure structure = new JacksonStructure();
    structure.setNativeObject(object);
    JsonParser parser = (JsonParser) context.newJsonParser();
    parser.setParserErrorHandler(report);
    // Not parseResource: that one replaces the ids of a bundle's resources by their fullUrls.
    return parser.doParseResource(null, structure);
  }

  private IBaseResource xml(byte[] body, ParseReport report) {
    String text = decode(body);
    if (text.contains("<!DOCTYPE")) {
      throw new UnreadableFhirException(
          "doctype", "A document type declaration (DOCTYPE) is not accepted: leave it out.");
    }
    IParser parser = context.newXmlParser();
    parser.setParserErrorHandler(report);
    return parser.parseResource(text);
  }

  /** FHIR is UTF-8, whatever an XML declaration says. */
  private static String decode(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableFhirException(
          "not-utf-8", "The body is not UTF-8: FHIR is always UTF-8.");
    }
  }

  private static String jsonProblem(IOException e) {
    if (e instanceof JsonProcessingException json && json.getLocation() != null) {
      return "The body is not JSON (or a key stands twice) at line "
          + json.getLocation().getLineNr()
          + ", column "
          + json.getLocation().getColumnNr()
          + ".";
    }
    return "The body is not JSON.";
  }
}
