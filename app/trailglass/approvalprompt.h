// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/credentials/secretuse.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace Trailglass {

class SourceMessages;
class SourceService;

/// Asks whether variables and files that a workspace names may be read and sent, and stores the approval. One question
/// at a time.
/// \thread GUI
class ApprovalPrompt : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        SourceService &service;
        SourceMessages &messages; ///< for approvals that cannot be stored
        QWidget &pane; ///< questions appear over its window
    };
    /// All parts outlive the prompt.
    explicit ApprovalPrompt(const Parts &parts, QObject *parent = nullptr);
    ~ApprovalPrompt() override;

    /// While \a dialog is there, questions appear over it.
    void setDialog(QWidget *dialog) { m_dialog = dialog; }

    /// Nothing was sent, and nothing is unless the user allows it. While a question is open, it comes to the front
    /// instead of another one.
    /// \param uses  not empty
    /// \param goOn  repeats the request; called at most once, after the approval is stored
    void ask(const QList<ReferenceUse> &uses, const std::function<void()> &goOn);

private:
    void approve(const QList<ReferenceUse> &uses, const std::function<void()> &goOn);

    Parts m_parts;
    QPointer<QWidget> m_dialog;
    QPointer<QMessageBox> m_question; ///< while it is open
};

} // namespace Trailglass
