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

QMessageBox *approvalQuestion(QWidget *parent, const QStringList &sentences,
                              std::function<void(qsizetype shown)> allowed)
{
    const QStringList shown = sentences.first(std::min(sentences.size(), MaxReferencesInQuestion));
    QMessageBox *box =
        PlainText::question(parent, tr("Variables and files"), {},
                            tr("The workspace contains these references, which you have not approved. Allow "
                               "this only if you trust the addresses. You are asked once for each address."));
    // The sentences are in their visible form already; the box takes them as plain text.
    box->setText(shown.join(u'\n'));
    box->setObjectName("approvalQuestion"_L1);
    QPushButton *allow = box->addButton(tr("&Allow"), QMessageBox::AcceptRole);
    allow->setObjectName("allow"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(allow, &QPushButton::clicked, box,
                     [count = shown.size(), allowed = std::move(allowed)] { allowed(count); });
    return box;
}

} // namespace Trailglass
