// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;

namespace Trailglass {

/// What stands in the window before there is anything to show: what the program is, and two ways on.
class FirstRunPage : public QWidget
{
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    /// The folder the database is in, shown as plain text.
    void setWorkspace(const QString &folder);

Q_SIGNALS:
    void addRequested();
    void demoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    QLabel *m_sign;
    QLabel *m_sentence;
    QLabel *m_promise;
    QLabel *m_workspace;
};

} // namespace Trailglass
