package org.denba.fhir.triage;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.denba.fhir.problem.ProblemException;
import org.denba.fhir.problem.ProblemKind;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Reads bodies that must fit into memory. */
public final class RequestBodies {

  private RequestBodies() {}

  /**
   * @param most bytes that a body may have
   * @throws ProblemException {@link ProblemKind#TOO_LARGE} before more than {@code most} bytes were
   *     kept, or {@link ProblemKind#WRONG_MEDIA_TYPE} when the body is said to be in another
   *     encoding than UTF-8
   */
  public static byte[] read(HttpServletRequest request, int most) {
    if (isOtherThanUtf8(request.getContentType())) {
      throw new ProblemException(
          ProblemKind.WRONG_MEDIA_TYPE, "send the body in UTF-8, the encoding of all JSON");
    }
    if (request.getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    try {
      byte[] body = request.getInputStream().readNBytes(most + 1);
      if (body.length > most) {
        throw tooLarge(most);
      }
      return body;
    } catch (SocketTimeoutException e) {
      throw new ProblemException(ProblemKind.TIMEOUT, "send the whole body without pausing");
    } catch (IOException e) {
      throw new ProblemException(ProblemKind.BAD_REQUEST, "the body broke off: send it again");
    }
  }

  /**
   * The servlet's own answer is not asked: the framework sets it to UTF-8 whatever the header says.
   */
  private static boolean isOtherThanUtf8(String contentType) {
    try {
      Charset charset =
          contentType == null ? null : MediaType.parseMediaType(contentType).getCharset();
      return charset != null && !charset.equals(StandardCharsets.UTF_8);
    } catch (InvalidMediaTypeException e) {
      // A charset that Java does not know is not UTF-8 either.
      return true;
    }
  }

  private static ProblemException tooLarge(int most) {
    return new ProblemException(ProblemKind.TOO_LARGE, "send at most " + most + " bytes");
  }
}
