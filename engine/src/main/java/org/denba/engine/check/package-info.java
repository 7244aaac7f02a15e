/** Says everything that is wrong with a folder of rules at once, each with its place. */
package org.denba.engine.check;
