/** What clinicians approved: a digest of each row, and who stands for it. */
package org.denba.engine.approval;
