@echo off
rem Starts Gorrery on Windows: finds a JDK, builds what is not built, passes the flags the engine needs.
rem Environment: JAVA_HOME names the JDK to prefer, GORRERY_JAVA_OPTS adds flags for the JVM.
setlocal
set "HERE=%~dp0"
set "LAUNCH=%HERE%app\target\launch"

set "JDK="
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac 2^>nul') do call :consider "%%~dpj.."
for /d %%d in (
    "%ProgramFiles%\Java\*"
    "%ProgramFiles%\Eclipse Adoptium\*"
    "%ProgramFiles%\Microsoft\jdk*"
    "%ProgramFiles%\Amazon Corretto\*"
    "%ProgramFiles%\Zulu\*"
    "%ProgramFiles%\BellSoft\*"
    "%LocalAppData%\Programs\Eclipse Adoptium\*"
    "%USERPROFILE%\.jdks\*"
    "%USERPROFILE%\scoop\apps\*jdk*"
) do (
    call :consider "%%~d"
    call :consider "%%~d\current"
)
if not defined JDK goto :no_jdk

call :build_if_needed
if errorlevel 1 exit /b 1

rem The same as engine.jvm.flags in pom.xml
set FLAGS=--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED --add-exports=java.base/jdk.internal.vm=ALL-UNNAMED
set FLAGS=%FLAGS% --add-opens=java.base/jdk.internal.vm=ALL-UNNAMED --enable-native-access=ALL-UNNAMED
set FLAGS=%FLAGS% -XX:-DontCompileHugeMethods -XX:LoopUnrollLimit=200 -XX:FreqInlineSize=700
set FLAGS=%FLAGS% -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 %GORRERY_JAVA_OPTS%

for %%c in (run check fmt test info top diff convert samples version help -h -help --help -version --version) do if "%~1"=="%%c" goto :command

set HEADLESS=
if "%~1"=="snapshot" set HEADLESS=-Dglass.platform=Headless -Dprism.order=sw
"%JDK%\bin\java.exe" -XX:+UseZGC %FLAGS% --enable-native-access=javafx.graphics %HEADLESS% ^
    --module-path "%LAUNCH%\javafx" --add-modules javafx.controls,javafx.fxml,javafx.swing ^
    -cp "%LAUNCH%\samples;%LAUNCH%\lib\*" org.gorrery.app.cli.Main %*
exit /b %ERRORLEVEL%

:command
"%JDK%\bin\java.exe" -XX:+UseSerialGC -XX:InitialRAMPercentage=6.25 -XX:NewRatio=1 %FLAGS% -cp "%LAUNCH%\samples;%LAUNCH%\lib\*" org.gorrery.app.cli.Main %*
exit /b %ERRORLEVEL%

rem consider FOLDER: takes it as JDK if it is one of release 25 or later and none is taken yet
:consider
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "VERSION=0"
for /f "usebackq tokens=2 delims==" %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "VERSION=%%~v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "VERSION=%%m"
if %VERSION% GEQ 25 set "JDK=%~f1"
exit /b 0

:build_if_needed
if not exist "%LAUNCH%\built" goto :build
powershell -NoProfile -Command ^
    "$built = (Get-Item '%LAUNCH%\built').LastWriteTime;" ^
    "Set-Location '%HERE%';" ^
    "$sources = 'pom.xml','engine/pom.xml','engine/*/pom.xml','engine/*/src/main','ui-resources','sample-programs','app/pom.xml','app/src/main';" ^
    "$newer = Get-ChildItem $sources -Recurse -File -ErrorAction SilentlyContinue |" ^
    "  Where-Object { $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $built } | Select-Object -First 1;" ^
    "if ($newer) { exit 1 }"
if not errorlevel 1 exit /b 0
:build
where mvn >nul 2>nul
if errorlevel 1 goto :no_maven
echo gorrery: building 1>&2
if exist "%LAUNCH%" rmdir /s /q "%LAUNCH%"
set "JAVA_HOME=%JDK%"
call mvn -B -q -f "%HERE%pom.xml" -Pquick,launch -Dmaven.test.skip=true "-Dlaunch.folder=%LAUNCH%" -pl app -am package 1>&2
if errorlevel 1 exit /b 1
if exist "%HERE%sample-programs\programs" xcopy /e /i /q /y "%HERE%sample-programs\programs" "%LAUNCH%\samples\org\gorrery\samples" >nul
type nul > "%LAUNCH%\built"
exit /b 0

:no_jdk
echo Gorrery needs a JDK ^(Java development kit^), release 25 or later, and found none. 1>&2
echo Get one with "winget install EclipseAdoptium.Temurin.25.JDK", or set JAVA_HOME to one. 1>&2
exit /b 1

:no_maven
echo Gorrery is built with Maven 3.8.7 or later, and no "mvn" is on the PATH. 1>&2
echo Get it from https://maven.apache.org and put its bin folder on the PATH. 1>&2
exit /b 1
