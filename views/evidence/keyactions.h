// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/evidence/evidencestate.h"

#include <QWidget>

class QPushButton;

namespace Trailglass {

/// The buttons that replace the signing key of a workspace or say where it is. What cannot be taken back is asked about first.
/// \thread GUI
class KeyActions : public QWidget
{
    Q_OBJECT

public:
    explicit KeyActions(QWidget *parent = nullptr);

    /// \param key  the one that signs; nothing: there is none yet
    void setKey(const std::optional<EvidenceState::Key> &key);

Q_SIGNALS:
    /// A new key is to replace the present one.
    /// \param isFormerLost  which does not sign it then
    void rotationRequested(bool isFormerLost);
    /// The user wants to name a place of a key.
    void placeRequested();

private:
    void askToRotate();
    void askWhetherItIsLost();

    QString m_keyId; ///< empty: there is no key
    QPushButton *m_rotate;
    QPushButton *m_place;
    QPushButton *m_lost;
};

} // namespace Trailglass
