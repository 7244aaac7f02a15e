package org.denba.fhir.workbench;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Controller;

/**
 * A controller of pages: its views are in the folder {@code templates}, get the {@link PageFrame}
 * as {@code frame}, the headers of {@link PageHeaders}, and its errors are pages too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Controller
public @interface WorkbenchPage {}
