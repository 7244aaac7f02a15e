/** The report on what an edit of the rules changes, as text and as a page. */
package org.denba.fhir.impact;
