// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "views/sources/approvalquestion.h"

#include "models/core/translation.h"
#include "views/common/plaintext.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

QMessageBox *approvalQuestion(QWidget *parent, const QList<ReferenceUse> &uses,
                              std::function<void(const QList<ReferenceUse> &shown)> allowed)
{
    const QList<ReferenceUse> shown = uses.first(std::min(uses.size(), MaxReferencesInQuestion));
    QMessageBox *box =
        PlainText::question(parent, tr("Variables and files"), {},
                            tr("The workspace contains these references, which you have not approved. Allow "
                               "this only if you trust the addresses. You are asked once for each address."));
    QStringList lines;
    for (const ReferenceUse &use : shown)
        lines.append(use.sentence());
    // Line by line in its visible form already; the box takes it as plain text.
    box->setText(lines.join(u'\n'));
    box->setObjectName("approvalQuestion"_L1);
    QPushButton *allow = box->addButton(tr("&Allow"), QMessageBox::AcceptRole);
    allow->setObjectName("allow"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(allow, &QPushButton::clicked, box,
                     [shown, allowed = std::move(allowed)] { allowed(shown); });
    return box;
}

} // namespace Trailglass
