/**
 * FHIR out: from the engine's answer to a Bundle of standard resources. Adds nothing clinical;
 * knows no web and no framework.
 */
package org.denba.fhir.guidance;
