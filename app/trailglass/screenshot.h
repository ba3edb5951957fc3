// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QTimer;
class QWidget;

namespace Trailglass {

/// Renders the window into a PNG file once nothing is under way any more, and ends the program.
///
/// Exit code 0, or 1 with a sentence on stderr when the file cannot be written.
class Screenshot : public QObject
{
    Q_OBJECT

public:
    /// \param window  outlives this object
    /// \param isBusy  asked whether something is under way
    Screenshot(QWidget &window, QString fileName, std::function<bool()> isBusy, QObject *parent = nullptr);

    /// Something has changed: begins the wait anew.
    void waitAnew();

private:
    void take();

    QWidget &m_window;
    QString m_fileName;
    std::function<bool()> m_isBusy;
    QTimer *m_quiet;
};

} // namespace Trailglass
