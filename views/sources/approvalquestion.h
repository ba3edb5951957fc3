// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

#include <functional>

class QMessageBox;

namespace Trailglass {

/// Maximum of references in one question: all that is approved must be shown and readable.
inline constexpr qsizetype MaxReferencesInQuestion = 8;
/// Characters of their sentences together, likewise.
inline constexpr qsizetype MaxCharactersInQuestion = 1'200;

/// Asks whether the content of variables and files may go to the servers that a workspace names.
///
/// A sentence of more than MaxCharactersInQuestion is asked about alone, without its middle: the details of the box have
/// all of it.
///
/// \param sentences  one for each reference, not empty; those after the first MaxReferencesInQuestion, or beyond
/// MaxCharactersInQuestion, are left for a later question
/// \param allowed  called at most once, with how many of the sentences were shown
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *approvalQuestion(QWidget *parent, const QStringList &sentences,
                                            std::function<void(qsizetype shown)> allowed);

} // namespace Trailglass
