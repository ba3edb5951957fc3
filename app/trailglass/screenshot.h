// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <thread>

class QImage;
class QTimer;
class QWidget;

namespace Trailglass {

/// Renders the window into a PNG file once nothing is under way any more, and ends the program.
///
/// Exit code 0, or 1 with a sentence on stderr and no file: when something failed that the picture is to
/// show, when the file cannot be written (OutputFile), or when the window does not finish loading or the file
/// is not written in time. Writing does not block the window: a named pipe may have no reader.
/// \thread GUI
class Screenshot : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Patience = std::chrono::minutes(10);

    /// \param window    outlives this object
    /// \param isBusy    asked whether something is under way
    /// \param patience  how long that and the writing may take
    Screenshot(QWidget &window, QString fileName, std::function<bool()> isBusy,
               std::chrono::milliseconds patience = Patience, QObject *parent = nullptr);
    /// Cancels what is being written.
    ~Screenshot() override;

    /// Files that the picture must not replace, beside those that outputTarget() knows by itself. Fails at
    /// once when it would.
    void setFilesInUse(const QStringList &files);
    /// Something has changed: starts the wait again, unless the picture is taken already.
    void waitAgain();
    /// There will be no picture: ends the program, once it runs. Whatever comes after changes nothing.
    /// \param sentence  translated
    void fail(const QString &sentence);

private:
    void take();
    void write(const QImage &picture);
    void runOut();
    void end(int exitCode);

    QWidget &m_window;
    QString m_fileName;
    QStringList m_filesInUse;
    std::function<bool()> m_isBusy;
    QTimer *m_quiet;
    bool m_hasEnded = false;
    CancelSource m_cancel; ///< of the writing
    std::jthread m_writing; ///< last: the writing ends before anything else here does
};

} // namespace Trailglass
