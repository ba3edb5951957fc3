// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/keychangequestions.h"

#include "models/core/translation.h"
#include "views/common/plaintext.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

void offerKeyChange(QMessageBox *box, const QString &action, std::function<void()> confirmed)
{
    QPushButton *confirm = box->addButton(action, QMessageBox::AcceptRole);
    confirm->setObjectName("confirmKeyChange"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(confirm, &QPushButton::clicked, box,
                     [confirmed = std::move(confirmed)] { confirmed(); });
}

} // namespace

QMessageBox *rotateKeyQuestion(QWidget *parent, const QString &keyId, std::function<void()> confirmed)
{
    QMessageBox *box = PlainText::question(
        parent, tr("Rotate key"), tr("Replace the signing key %1 by a new one?").arg(keyId),
        tr("The present key signs the new one, then it is deleted and signs nothing more. Earlier "
           "checkpoints and bundles keep their worth: they are verified with the former public key, as "
           "before. Whoever verifies what is signed from now on needs the new public key, too."));
    box->setObjectName("rotateKeyQuestion"_L1);
    offerKeyChange(box, tr("&Rotate key"), std::move(confirmed));
    return box;
}

QMessageBox *lostKeyQuestion(QWidget *parent, const QString &keyId, std::function<void()> confirmed)
{
    QMessageBox *box = PlainText::question(
        parent, tr("The key is lost"), tr("Replace the signing key %1 without its signature?").arg(keyId),
        inSequence(
            tr("Only where it cannot be read any more: a locked keychain looks the same, so unlock it "
               "first. Then nothing shows that the new key is yours: whoever verifies needs it from you."),
            lostKeyMeaning()));
    box->setObjectName("lostKeyQuestion"_L1);
    offerKeyChange(box, tr("&Make a new key"), std::move(confirmed));
    return box;
}

QString lostKeyMeaning()
{
    return tr(
        "Earlier checkpoints can be verified all the same, with the former public key. But whoever finds "
        "the lost key can sign others with it: rely on those that somebody else has kept.");
}

} // namespace Trailglass
