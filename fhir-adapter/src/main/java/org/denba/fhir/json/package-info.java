/** How JSON is parsed (strictly) and written (always the same way), whatever it is about. */
package org.denba.fhir.json;
