/**
 * The clinicians' workbench: the rules as a chart booklet, a case simulator, and what else a person
 * looks at in a browser. Pages are written on the server (they work on a slow link and without
 * scripts); every word about signs comes from the rules' own texts and dictionary.
 */
package org.denba.fhir.workbench;
