// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/approvalprompt.h"

#include "app/trailglass/sourcemessages.h"
#include "models/workspace/sourceservice.h"
#include "views/sources/approvalquestion.h"

#include <QMessageBox>

namespace Trailglass {

ApprovalPrompt::ApprovalPrompt(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

ApprovalPrompt::~ApprovalPrompt()
{
    delete m_question;
}

void ApprovalPrompt::ask(const QList<ReferenceUse> &uses, const std::function<void()> &goOn)
{
    if (m_question) {
        m_question->raise();
        return;
    }
    QStringList sentences;
    for (const ReferenceUse &use : uses)
        sentences.append(use.sentence());
    const auto allowed = [this, uses, goOn](qsizetype shown) {
        approve(uses.first(shown), goOn);
    };
    QWidget *parent = m_dialog ? m_dialog.data() : m_parts.pane.window();
    m_question = approvalQuestion(parent, sentences, allowed);
    m_question->open();
}

void ApprovalPrompt::approve(const QList<ReferenceUse> &uses, const std::function<void()> &goOn)
{
    m_parts.service.approve(uses, [self = QPointer(this), goOn](const Result<void> &approved) {
        if (!self)
            return;
        if (approved)
            goOn();
        else
            self->m_parts.messages.showError(approved.error());
    });
}

} // namespace Trailglass

#include "moc_approvalprompt.cpp"
