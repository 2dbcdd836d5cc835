/// Standard replies in what an office sent: texts that went to many people in nearly the same
/// words.
///
/// 1. *Groups.* [ReplyGroups] puts sent replies together by the campaigns' consensus
///    ([org.postbag.matching.campaign]): what is true of letters that many people send in nearly
///    the same words is true of replies that go to many people. A reply that is mostly its writer's
///    own stays out.
/// 2. *Pieces.* [Pieces] divides a reply into sentences and lines, without its salutation and
///    without the office's signature ([OfficeSignature]: short lines at the end of replies of
///    several groups).
/// 3. *What varies.* [Variants] tries each piece as it stands and with the recipient's name, the
///    day, and the letter's subject replaced by the catalog's placeholders. The form that most
///    replies share is taken.
/// 4. *Wording.* [ReplyWording] looks at when each piece was used, from its first use to its last.
///    A piece in most replies of that time is text, one in fewer is an option; one that the newest
///    replies no longer have is an earlier wording. A sentence that is different in each reply, and
///    fits no placeholder, is left out and named: it may hold what belongs to one person.
///
/// **Example.** Of 40 replies that begin `Dear Ms Lee, Thank you for your letter of 3 May` and end
/// with the same three paragraphs, 9 of them with a fourth: `{{salutation}},` and the three
/// paragraphs, the fourth as an option, `{{signature}}`.
///
/// **What can fail.** Nothing: a reply that resembles no other is one that was written by hand.
///
/// **Settings.** None.
@NullMarked
package org.postbag.past.standard;

import org.jspecify.annotations.NullMarked;
