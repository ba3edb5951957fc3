// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace Trailglass {

/// Asks whether the signing key may be read from the variable or file that a workspace names.
///
/// \param place  where it is; shown as plain text
/// \param decided  called once, when the box is closed
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *keyQuestion(QWidget *parent, const QString &place,
                                       std::function<void(bool isAllowed)> decided);

} // namespace Trailglass
