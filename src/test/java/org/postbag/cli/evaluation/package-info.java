/// Tests of the trial: what is measured is what is said.
@NullMarked
package org.postbag.cli.evaluation;

import org.jspecify.annotations.NullMarked;
