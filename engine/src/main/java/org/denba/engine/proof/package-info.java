/**
 * Proofs about charts over the whole space of their inputs: every combination of answers, settings,
 * visits and parameter values is looked at by a solver, none is left to chance.
 */
package org.denba.engine.proof;
