/// Tests of the trial: what is measured is what is said.
@NullMarked
package org.postbag.matching.trial;

import org.jspecify.annotations.NullMarked;
