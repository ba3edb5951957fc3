// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace Trailglass {

/// Asks whether a new signing key shall replace the present one, which signs it.
///
/// \param keyId  how the present key is named to people; shown as plain text
/// \param confirmed  called at most once
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *rotateKeyQuestion(QWidget *parent, const QString &keyId,
                                             std::function<void()> confirmed);

/// The same where the present key cannot sign the new one, because its private half is lost.
[[nodiscard]] QMessageBox *lostKeyQuestion(QWidget *parent, const QString &keyId,
                                           std::function<void()> confirmed);

/// What checkpoints are worth that a key has signed which is lost: a sentence or more.
[[nodiscard]] QString lostKeyMeaning();

} // namespace Trailglass
