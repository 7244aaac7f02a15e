package org.denba.fhir.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/**
 * Answers for requests that Tomcat refuses before any of our code sees them (a malformed request
 * line, an overlong header).
 */
public class ProblemReportValve extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < FIRST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    ProblemKind kind = ProblemKind.ofStatus(response.getStatus());
    try {
      response.setContentType(Problem.MEDIA_TYPE);
      response
          .getReporter()
          .write(
              new String(
                  ProblemJson.write(Problem.of(kind, "check the request line and its headers")),
                  java.nio.charset.StandardCharsets.UTF_8));
      response.finishResponse();
    } catch (IOException e) {
      // The client is gone: there is nobody left to tell, and the connection is closed.
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, e);
    }
  }
}
