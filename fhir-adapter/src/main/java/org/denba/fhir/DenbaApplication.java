package org.denba.fhir;

import org.denba.fhir.cli.CommandLineDoor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Denba: the service, or one command that ends with an exit code. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class DenbaApplication {

  public static void main(String[] arguments) {
    if (CommandLineDoor.isForService(arguments)) {
      SpringApplication.run(DenbaApplication.class, arguments);
    } else {
      System.exit(CommandLineDoor.run(arguments));
    }
  }
}
