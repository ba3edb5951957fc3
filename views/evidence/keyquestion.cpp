// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/evidence/keyquestion.h"

#include "models/core/translation.h"
#include "views/common/plaintext.h"

#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

QMessageBox *keyQuestion(QWidget *parent, const QString &place, std::function<void(bool isAllowed)> decided)
{
    QMessageBox *box =
        PlainText::question(parent, tr("Signing key"), tr("Read the signing key from %1?").arg(place),
                            tr("The workspace says that its key is there, and you have not approved that "
                               "yet. Allow it only if you "
                               "know this place. You are asked once."));
    box->setObjectName("keyQuestion"_L1);
    QPushButton *allow = box->addButton(tr("&Allow"), QMessageBox::AcceptRole);
    allow->setObjectName("allowKey"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(box, &QDialog::finished, box,
                     [box, allow, decided = std::move(decided)] { decided(box->clickedButton() == allow); });
    return box;
}

} // namespace Trailglass
