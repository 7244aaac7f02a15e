/** The application: configuration and start. Everything else is in a package by feature. */
package org.denba.fhir;
