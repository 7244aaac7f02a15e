/**
 * A second reading of the rule files, written from the clinical conventions alone: plain
 * three-valued logic over what was told, no rule engine, no solver and none of the engine's own
 * evaluation. It is naive and slow on purpose; where it and the engine disagree one of them is
 * wrong.
 */
package org.denba.engine.second;
