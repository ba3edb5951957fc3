// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/sourceservice.h"

#include <functional>

class QMessageBox;

namespace Trailglass {

/// Maximum of references in one question: all that is approved must be shown and readable.
inline constexpr qsizetype MaxReferencesInQuestion = 8;

/// Asks whether the content of variables and files may go to the servers that a workspace names.
///
/// \param uses  not empty; those after the first MaxReferencesInQuestion are left for a later question
/// \param allowed  called at most once, with those that were shown
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *approvalQuestion(QWidget *parent, const QList<ReferenceUse> &uses,
                                            std::function<void(const QList<ReferenceUse> &shown)> allowed);

} // namespace Trailglass
