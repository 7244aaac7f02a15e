/**
 * What an edit of the rules changes: in the files, in the words of the field, and for patients, who
 * gets another answer.
 */
package org.denba.engine.impact;
