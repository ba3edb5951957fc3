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

namespace {

/// At least one.
qsizetype sentencesInQuestion(const QStringList &sentences)
{
    const qsizetype limit = std::min(sentences.size(), MaxReferencesInQuestion);
    qsizetype characters = sentences.constFirst().size();
    qsizetype count = 1;
    while (count < limit && characters + sentences.at(count).size() <= MaxCharactersInQuestion)
        characters += sentences.at(count++).size();
    return count;
}

} // namespace

QMessageBox *approvalQuestion(QWidget *parent, const QStringList &sentences,
                              std::function<void(qsizetype shown)> allowed)
{
    const QStringList asked = sentences.first(sentencesInQuestion(sentences));
    // One that is too long is asked about alone: what it begins with, and which server it ends with.
    const bool isCut = asked.constFirst().size() > MaxCharactersInQuestion;
    QMessageBox *box =
        PlainText::question(parent, tr("Variables and files"), isCut ? asked.constFirst() : QString(),
                            tr("The workspace contains these references, which you have not approved. Allow "
                               "this only if you trust the addresses. You are asked once for each address."));
    if (!isCut) {
        // The sentences are in their visible form already; the box takes them as plain text.
        QStringList shown;
        for (const QString &sentence : asked)
            shown += PlainText::withBrokenWords(sentence);
        box->setText(shown.join(u'\n'));
    }
    box->setObjectName("approvalQuestion"_L1);
    QPushButton *allow = box->addButton(tr("&Allow"), QMessageBox::AcceptRole);
    allow->setObjectName("allow"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    QObject::connect(allow, &QPushButton::clicked, box,
                     [count = asked.size(), allowed = std::move(allowed)] { allowed(count); });
    return box;
}

} // namespace Trailglass
