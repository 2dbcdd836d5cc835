/// Places: which postcode is the writer's, and whether it is one of the office's.
///
/// **Standards.** The postal services' own rules; they stand as data in `postcodes.txt`.
///
/// **What can fail.** Nothing: where several postcodes may be the writer's, none is.
///
/// **Settings.** `country`, `constituency`, and the table `config/constituency.csv`.
@NullMarked
package org.postbag.people.place;

import org.jspecify.annotations.NullMarked;
