// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringView>

namespace Trailglass {

/// Whether the character at \a position of UTF-16 text could move a cursor, reorder text or be there without
/// being seen.
///
/// Always: C0, DEL, C1; U+2028 and U+2029; bidi controls (U+061C, 200E, 200F, 202A … 202E, 2066 … 2069);
/// every other character that Unicode lets a font ignore (zero-width space, soft hyphen, word joiner,
/// invisible operators, fillers, deprecated format characters, U+FEFF, musical and shorthand format controls,
/// tags) and interlinear annotations. Where they have no effect on what is before or after them: joiners
/// (joinsSomething()) and variation selectors.
///
/// Looks at the neighbours of \a position alone. Pure.
/// \thread any
/// \source Unicode 15, Default_Ignorable_Code_Point; StandardizedVariants.txt, emoji-variation-sequences.txt
/// and the Ideographic Variation Database for what a selector can follow
[[nodiscard]] bool isHidden(QStringView text, qsizetype position);

/// A quick look at one UTF-16 unit: false where no hidden character can begin.
[[nodiscard]] bool mayBeHidden(QChar unit);

/// Whether isHidden() may depend on what is before or after a character that begins with this unit.
[[nodiscard]] bool dependsOnNeighbours(QChar unit);

} // namespace Trailglass
