// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/keyactions.h"

#include "views/common/spacing.h"
#include "views/evidence/keychangequestions.h"

#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Trailglass {

KeyActions::KeyActions(QWidget *parent)
    : QWidget(parent)
    , m_rotate(new QPushButton(tr("&Rotate key…")))
    , m_place(new QPushButton(tr("&Use another key…")))
    , m_lost(new QPushButton(tr("The key is &lost…")))
{
    m_rotate->setObjectName("rotateKey"_L1);
    m_place->setObjectName("useAnotherKey"_L1);
    m_place->setToolTip(
        tr("Names a private file or a variable with a key, or keeps the present key in the keychain"));
    m_lost->setObjectName("keyIsLost"_L1);
    m_lost->setToolTip(tr("Makes a new key without the signature of the present one"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Spacing::Normal);
    for (QPushButton *button : {m_rotate, m_place, m_lost}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    setKey({});
    connect(m_rotate, &QPushButton::clicked, this, &KeyActions::askToRotate);
    connect(m_place, &QPushButton::clicked, this, &KeyActions::placeRequested);
    connect(m_lost, &QPushButton::clicked, this, &KeyActions::askWhetherItIsLost);
}

void KeyActions::setKey(const std::optional<EvidenceState::Key> &key)
{
    m_keyId = key ? key->id : QString();
    const bool isOfUser = key && key->isOfUser;
    const QString meaning = isOfUser
        ? tr("The key is in a file or a variable of yours: put a new one into another place, and use that")
        : tr("Makes a new key, which the present one signs");
    m_rotate->setToolTip(meaning);
    m_rotate->setAccessibleDescription(meaning);
    m_rotate->setEnabled(key && !isOfUser);
    m_lost->setEnabled(key.has_value());
}

void KeyActions::askToRotate()
{
    rotateKeyQuestion(window(), m_keyId, [this] { Q_EMIT rotationRequested(false); })->open();
}

void KeyActions::askWhetherItIsLost()
{
    lostKeyQuestion(window(), m_keyId, [this] { Q_EMIT rotationRequested(true); })->open();
}

} // namespace Trailglass

#include "moc_keyactions.cpp"
