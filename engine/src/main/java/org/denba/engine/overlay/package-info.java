/**
 * Country overlays: parameter values, rows, actions, texts and tables that a country puts over the
 * rules, as files only.
 */
package org.denba.engine.overlay;
