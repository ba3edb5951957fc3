// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/archivequestions.h"

#include "models/core/translation.h"
#include "views/common/plaintext.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

void addConsent(QMessageBox &box, const QString &yes, std::function<void()> confirmed)
{
    QPushButton *go = box.addButton(yes, QMessageBox::DestructiveRole);
    go->setObjectName("confirm"_L1);
    box.setDefaultButton(box.addButton(QMessageBox::Cancel));
    QObject::connect(go, &QPushButton::clicked, &box, [confirmed = std::move(confirmed)] { confirmed(); });
}

} // namespace

QMessageBox *takeOverQuestion(QWidget *parent, const QString &source, const QString &workspace,
                              const QString &warning, std::function<void()> confirmed)
{
    QMessageBox *box = PlainText::question(
        parent, tr("Take over a source"),
        tr("Take the source “%1” over from the workspace “%2”?").arg(source, workspace), warning);
    box->setObjectName("takeOverQuestion"_L1);
    addConsent(*box, tr("&Take over"), std::move(confirmed));
    return box;
}

QMessageBox *removeKeyQuestion(QWidget *parent, const QString &user, const QString &server,
                               std::function<void()> confirmed)
{
    QMessageBox *box =
        PlainText::question(parent, tr("Remove key"),
                            tr("Remove the key of the user “%1” at %2 from the keychain?").arg(user, server),
                            tr("Whoever opens archives there as this user, or pushes into them after syncs, "
                               "has to enter it again."));
    box->setObjectName("removeKeyQuestion"_L1);
    addConsent(*box, tr("&Remove"), std::move(confirmed));
    return box;
}

} // namespace Trailglass
