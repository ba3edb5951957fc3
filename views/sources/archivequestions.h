// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <functional>

class QMessageBox;
class QWidget;

namespace Trailglass {

/// Asks whether a source of an archive is to be taken over from another workspace.
///
/// \param workspace  to which it belongs; shown as plain text, as \a source is
/// \param warning    sentences: what follows
/// \param confirmed  called at most once
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *takeOverQuestion(QWidget *parent, const QString &source, const QString &workspace,
                                            const QString &warning, std::function<void()> confirmed);

/// Asks whether the key of an archive's user shall go from the keychain.
///
/// \param user, server  shown as plain text
/// \param confirmed  called at most once
/// \returns the box, to be shown with open(); it deletes itself
[[nodiscard]] QMessageBox *removeKeyQuestion(QWidget *parent, const QString &user, const QString &server,
                                             std::function<void()> confirmed);

} // namespace Trailglass
