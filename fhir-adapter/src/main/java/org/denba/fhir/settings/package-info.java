/** What an operator can set. */
package org.denba.fhir.settings;
