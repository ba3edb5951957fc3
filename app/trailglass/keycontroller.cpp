// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/keycontroller.h"

#include "app/trailglass/keytext.h"
#include "app/trailglass/signingaccess.h"
#include "models/workspace/signingkeys.h"
#include "views/evidence/evidencedialog.h"
#include "views/evidence/keyplacedialog.h"

namespace Trailglass {

namespace {

FormerKey formerKey(bool isLost)
{
    return isLost ? FormerKey::IsLost : FormerKey::Signs;
}

} // namespace

KeyController::KeyController(SigningAccess &signing, QObject *parent)
    : QObject(parent)
    , m_signing(signing)
{
}

void KeyController::serve(EvidenceDialog *dialog)
{
    m_dialog = dialog;
    connect(dialog, &EvidenceDialog::rotationRequested, this,
            [this](bool isFormerLost) { rotate(formerKey(isFormerLost)); });
    connect(dialog, &EvidenceDialog::keyPlaceRequested, this, &KeyController::openPlaceDialog);
}

void KeyController::rotate(FormerKey former)
{
    m_signing.rotate(former, [this](const Result<KeyChange> &change) {
        if (m_dialog)
            m_dialog->endWork();
        if (change)
            showChange(*change);
        else if (m_dialog && change.error().kind != ErrorKind::Cancelled)
            m_dialog->tell(MessageStrip::Kind::Error, change.error().message);
        Q_EMIT changed();
    });
}

void KeyController::openPlaceDialog()
{
    const auto check = [](const QString &reference) {
        return parseSigningKeyPlace(reference);
    };
    m_place = new KeyPlaceDialog(check, m_dialog);
    connect(m_place, &KeyPlaceDialog::keyRequested, this, &KeyController::keepIn);
    connect(m_place, &KeyPlaceDialog::cancelRequested, &m_signing, &SigningAccess::cancel);
    m_place->open();
}

void KeyController::keepIn(const KeyChoice &choice)
{
    const FormerKey former = formerKey(choice.isFormerLost);
    m_signing.keepIn(m_place, choice.place, former, [this](const Result<KeyChange> &change) {
        const bool isStopped = !change && change.error().kind == ErrorKind::Cancelled;
        if (m_place && change)
            m_place->showChanged();
        else if (m_place && isStopped)
            m_place->endWork();
        else if (m_place)
            m_place->showFailure(change.error().message);
        if (change)
            showChange(*change);
        Q_EMIT changed();
    });
}

void KeyController::showChange(const KeyChange &change)
{
    if (m_dialog) {
        m_dialog->tell(change.notices.isEmpty() ? MessageStrip::Kind::Information
                                                : MessageStrip::Kind::Warning,
                       keyChangeText(change));
    }
}

} // namespace Trailglass

#include "moc_keycontroller.cpp"
