// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/sourcerow.h"

#include <functional>

class QMessageBox;

namespace Trailglass {

/// Asks whether a source shall go, and its events with it; a removed one has only its events to lose.
///
/// \param confirmed  called at most once, with whether the events go too
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *removeQuestion(QWidget *parent, const SourceRow &source,
                                          std::function<void(bool withEvents)> confirmed);

} // namespace Trailglass
