/**
 * The review of proposed changes: what becomes of patients as a picture, each of them in the
 * simulator under both sets of rules, and the decision with a comment.
 */
package org.denba.fhir.workbench.review;
